//go:build !unix

package source

import "github.com/tetratelabs/wazero/experimental"

var guestMemory = experimental.MemoryAllocatorFunc(func(_, _ uint64) experimental.LinearMemory { return &heapMemory{} })
