package quote

// rule names the construction that a quote was found by.
type rule uint8

const (
	quotedBefore rule = iota
	interrupted
	continued
	quotedAfter
	reportedAfter
	unattached
	coordinated
	participle
	describing
	impersonal
	ordered
	hearsay
	accusation
	denied
	reportedBefore
	parenthetical
	asSaid
	accordingTo
	inView
	nounCue
	colon
	misread
	interviewTurn
	runningSpeaker
	noSpeaker
)

// rules holds by rule its name, a text in which it alone finds a quote, with
// the content in [brackets], and the kind, speaker and cue of that quote.
var rules = [...]struct{ name, example, want string }{
	quotedBefore: {"quoted before", "[“The roof is sound,”] said the builder.", "direct; the builder; said"},
	interrupted:  {"interrupted quotation", "[“The roof,”] the builder said, [“will last for years.”]", "direct; the builder; said"},
	continued: {"continued quotation", "[“The roof is sound,”] the builder said on Monday. [“It will last for years.”]",
		"direct; the builder; said"},
	quotedAfter:   {"quoted after", "The builder added: [“The roof is sound.”]", "direct; The builder; added"},
	reportedAfter: {"reported after", "The builder said [the roof was sound].", "indirect; The builder; said"},
	unattached:    {"unattached clause", "The builder said [the roof that was laid in May was sound].", "indirect; The builder; said"},
	coordinated:   {"coordinated cue", "The builder mended the roof but warned [that it would not last].", "indirect; The builder; warned"},
	participle:    {"participle cue", "The builder left the site, adding [that the roof was sound].", "indirect; The builder; adding"},
	impersonal:    {"impersonal cue", "It is thought [that the roof was sound].", "indirect; -; is thought"},
	describing:    {"participle of a noun", "A letter saying [that the roof was sound] came in May.", "indirect; A letter; saying"},
	ordered:       {"order", "The builder told them [to leave the house].", "indirect; The builder; told"},
	hearsay:       {"hearsay", "[The roof] is said [to be sound].", "indirect; -; is said"},
	accusation:    {"accusation", "The owner accused the builder [of breaking the roof].", "indirect; The owner; accused"},
	denied:        {"denied act", "The builder denied [breaking the roof].", "indirect; The builder; denied"},
	reportedBefore: {"reported before", "[The roof fell in the night], the builder said.",
		"indirect; the builder; said"},
	parenthetical: {"parenthetical cue", "Police closed the house that, neighbours say, [had lost its roof].", "indirect; neighbours; say"},
	asSaid:        {"as said", "As the builder said, [the roof was sound].", "indirect; the builder; said"},
	nounCue:       {"noun of saying", "Nobody believes the builder's claim [that the roof was sound].", "indirect; the builder; claim"},
	colon:         {"colon", "Minister: [“We will mend the roof”]", "direct; Minister; -"},
	misread:       {"verb read as a noun", "The report states [that few if any builders use slate].", "indirect; The report; states"},
	accordingTo:   {"according to", "According to the builder, [the roof was sound].", "indirect; the builder; According to"},
	interviewTurn: {"turn", "Q: Is the roof sound?\n\nA: [It will last for years.]\n\nQ: Who laid it?", "direct; A; -"},
	inView:        {"in his view", "In the builder's view, [the roof was sound].", "indirect; the builder; view"},
	runningSpeaker: {"running speaker",
		"The builder said the roof was sound.\n\n[“We looked at every beam of it.”]", "direct; The builder; -"},
	noSpeaker: {"no speaker", "The roof fell in May.\n\n[“We looked at every beam of it.”]", "direct; -; -"},
}
