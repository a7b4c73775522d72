package lexicon

import (
	"fmt"
	"testing"
)

func TestX(t *testing.T) {
	l := Default()
	s := "The Cyber-\nspace Administration of China (CAC) said the cybersecurity law (CSL) … 中華人民共和國网络安全法 and CSL Art 3. Vietnam; China's Ministry of Widgets, Regulation (EU) 2016/679, Foo Bar Technologies, Inc. said. Under the Data Act 2019, 《芜湖数据管理办法（试行）》（以下简称“《办法》”）"
	v := l.Local(s)
	for _, m := range v.Names(s) {
		fmt.Printf("%q %v %s %s\n", s[m.Start:m.End], m.Entity.Type, m.Entity.Form, m.Entity.Name)
	}
}
