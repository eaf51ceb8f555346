// Package arceager parses the words of a sentence into a dependency tree: the
// arc-eager transition system (Nivre 2003, 2008) with the root at the end of
// the buffer (Ballesteros and Nivre 2013), a linear model over hashed features
// (after Zhang and Nivre 2011) and beam search.
//
// The same features and the same search serve the parser and the program that
// trains its model. Everything is integer arithmetic, so a sentence has the
// same tree on every machine, and a state of the search is of constant size,
// so the time is linear in the length of the sentence.
//
// Words are numbered from 1; 0 is no word, and the number after the last word
// is the root.
package arceager
