package timeline

import "regtimeline/timeline/lexicon"

// Prepare makes ready the names and cues that are built in. A caller that still has
// documents to read may let it run meanwhile; Build does it otherwise.
func Prepare() {
	lexicon.Cues()
	lexicon.Default()
}
