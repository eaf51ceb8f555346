package number

// Rules lets the tests try each rule's example.
var Rules = rules

// WordTable is the embedded table of number words.
var WordTable = wordTable
