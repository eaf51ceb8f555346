// Command factline reads news articles and writes claims files.
package main

import (
	"os"
	"os/signal"
	"syscall"
)

func main() {
	// A closed pipe is an error of writing like any other, not a silent end.
	signal.Ignore(syscall.SIGPIPE)
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
