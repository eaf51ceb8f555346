package claim

// rule names a way to find a claim, or a way to tell how it is meant.
type rule uint8

const (
	subjectVerb rule = iota
	sharedSubject
	relativeClause
	thereIs
	headline
	reducedRelative
	participle
	objectRelative
	unknownQuestion
	apposition
	title
	nominalised
	wholeSentence

	verbNegation
	slotNegation
	sharedNegation
	yetTo
	deniedContent
	doubtedContent

	modalPossible
	modalObligation
	modalFuture
	modalConditional
	expectedTo
	likelyTo
	hedged
	sharedModal
	withCondition
	recurringTime
	orderedContent
	judgement
	noRule
)

// rules holds by rule its name, a text, and the claim that it finds there or
// whose polarity or modality it tells. The first rules tell how subject and
// predicate were found, the others how the claim is meant.
var rules = [...]struct{ name, example, want string }{
	subjectVerb:     {"subject and verb", "The team won the cup.", "The team | won | the cup"},
	sharedSubject:   {"shared subject", "The team won the cup and sold its ground.", "The team | sold | its ground"},
	relativeClause:  {"relative clause", "The team, which won the cup, sold its ground.", "The team | won | the cup"},
	thereIs:         {"there is", "There were four teams.", "There | were | four teams"},
	headline:        {"headline", "Ten cars stolen in the night\n\nThe team won the cup on Friday.", "Ten cars | stolen | | time: in the night"},
	reducedRelative: {"reduced relative", "In a letter written by the mayor, the club lost its name.", "a letter | written by | the mayor"},
	participle:      {"participle", "The team won the cup, beating Leeds.", "The team | beating | Leeds"},
	objectRelative:  {"object of a relative clause", "The law which the council passed is strict.", "the council | passed | The law"},
	unknownQuestion: {"unknown question", "It is not clear who won the cup.", "who won the cup | is not clear | ; negative not; unknown not clear"},

	apposition: {"apposition", "Ann Lee, a former teacher, won the cup.", "Ann Lee | | a former teacher"},
	title:      {"title", "Mayor Ann Lee won the cup.", "Ann Lee | | Mayor"},

	nominalised: {"noun of change", "The mayor blamed a 12 per cent rise in rents to $1,400.", "rents | rise | 12 per cent | other: to $1,400"},

	wholeSentence: {"whole sentence", "Rise of 12 per cent, four points over the target of the year.", "| |"},

	verbNegation: {"negated verb", "The team never won the cup.", "The team | never won | the cup; negative never"},
	slotNegation: {"negative phrase", "Not one of the teams won a cup.", "Not one of the teams | won | a cup; negative Not"},
	sharedNegation: {"shared negation", "The mayor never read the letter or signed it.",
		"The mayor | signed | it; negative never"},
	yetTo: {"yet to", "The votes had yet to be counted.", "The votes | had yet to be counted | ; negative yet to"},
	deniedContent: {"denied content", "The mayor denied that the bridge had closed.",
		"the bridge | had closed | ; negative denied; The mayor denied"},
	doubtedContent: {"doubted content", "The mayor doubted that the bridge was safe.",
		"the bridge | was | safe; unknown doubted; The mayor doubted"},

	modalPossible:   {"possible", "The bridge can be used by lorries.", "The bridge | can be used by | lorries; possible can"},
	modalObligation: {"obligation", "Drivers must pay a fee.", "Drivers | must pay | a fee; obligation must"},
	modalFuture:     {"future", "The team will play a game.", "The team | will play | a game; future will"},
	modalConditional: {"would", "The win would lift the team.",
		"The win | would lift | the team; conditional would"},
	expectedTo: {"expected", "The fee is expected to raise £5m.",
		"The fee | is expected to raise | £5m; future expected to"},
	likelyTo: {"likely", "The fee is likely to raise £5m.", "The fee | is likely to raise | £5m; possible likely to"},
	hedged:   {"hedged", "The firm allegedly paid the fee.", "The firm | allegedly paid | the fee; possible allegedly"},
	sharedModal: {"shared modality", "The council will close the road and mend the bridge.",
		"The council | mend | the bridge; future will"},
	withCondition: {"condition", "If it rains, the road will be closed.",
		"the road | will be closed | | condition: If it rains; conditional If"},
	recurringTime: {"recurring time", "Drivers may turn back when the road is wet.", "the road | is | wet; conditional when"},
	orderedContent: {"ordered content", "The mayor recommended that the bridge is closed.",
		"the bridge | is closed | ; obligation recommended; The mayor recommended"},
	judgement: {"judgement", "The film is wonderful.", "The film | is | wonderful; opinion wonderful"},
	noRule:    {},
}
