package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/factline/factline/pipeline/article"
)

// choice is a flag that takes one of a few words.
type choice struct {
	value string
	of    []string
}

func (c *choice) String() string { return c.value }
func (c *choice) Type() string   { return strings.Join(c.of, "|") }

func (c *choice) Set(s string) error {
	if !slices.Contains(c.of, s) {
		return fmt.Errorf("it must be one of %s", strings.Join(c.of, ", "))
	}
	c.value = s
	return nil
}

// choiceFlag adds a choice to a command, with its words for shell completion.
func choiceFlag(c *cobra.Command, flag *choice, name, usage string) {
	c.Flags().Var(flag, name, usage)
	// The error tells that there is no such flag.
	_ = c.RegisterFlagCompletionFunc(name, cobra.FixedCompletions(flag.of, cobra.ShellCompDirectiveNoFileComp))
}

// day is a flag that takes a date.
type day struct{ time.Time }

func (d *day) Type() string { return "DATE" }

func (d *day) String() string {
	if d.IsZero() {
		return ""
	}
	return d.Format(time.DateOnly)
}

func (d *day) Set(s string) (err error) {
	d.Time, err = article.ParseDay(s)
	return err
}

// number is a flag that takes a whole number from 1.
type number struct {
	value int
	unit  string
}

func (n *number) String() string { return strconv.Itoa(n.value) }
func (n *number) Type() string   { return n.unit }

func (n *number) Set(s string) (err error) {
	if n.value, err = strconv.Atoi(s); err != nil || n.value < 1 {
		return fmt.Errorf("it must be a whole number from 1")
	}
	return nil
}
