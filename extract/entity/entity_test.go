package entity_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/extract/chunk"
	"github.com/factline/factline/extract/entity"
	"github.com/factline/factline/extract/mention"
	"github.com/factline/factline/extract/number"
	"github.com/factline/factline/extract/parse"
	"github.com/factline/factline/extract/quote"
	"github.com/factline/factline/extract/sentence"
	"github.com/factline/factline/extract/tag"
	"github.com/factline/factline/extract/timex"
	"github.com/factline/factline/extract/token"
	"github.com/factline/factline/internal/stagetest"
)

// before runs the stages that entity builds on.
func before(text string) *extract.Document {
	doc := extract.NewDocument(extract.Article{Text: text})
	for _, s := range []extract.Stage{token.Stage(), sentence.Stage(), tag.Stage(), parse.Stage(), chunk.Stage(), number.Stage(), timex.Stage(), mention.Stage(), quote.Stage()} {
		s.Apply(doc)
	}
	return doc
}

func entities(text string) *extract.Document {
	doc := before(text)
	entity.Stage().Apply(doc)
	return doc
}

// show writes the entities of a document: "PERSON Ann Velm: Ann Velm, she; ...".
func show(doc *extract.Document) string {
	var all []string
	for _, e := range doc.Entities {
		var mentions []string
		for _, m := range e.Mentions {
			mentions = append(mentions, doc.TextOf(doc.Mentions[m].TokenRange))
		}
		all = append(all, strings.TrimSpace(e.Type.String()+" "+doc.TextOf(e.Name))+": "+strings.Join(mentions, ", "))
	}
	return strings.Join(all, "; ")
}

func TestEntities(t *testing.T) {
	for _, test := range []struct{ text, want, reason string }{
		{"Oldroyd came. They met Fiona Oldroyd, and Fiona left.", "PERSON Fiona Oldroyd: Oldroyd, Fiona Oldroyd, Fiona", "last and first name of one person; the name is the fullest"},
		{"Fiona Oldroyd met Peter Oldroyd. Mr Oldroyd left.", "PERSON Fiona Oldroyd: Fiona Oldroyd; PERSON Peter Oldroyd: Peter Oldroyd; PERSON Oldroyd: Oldroyd", "a last name that two persons share joins neither"},
		{"Robert J. Oldroyd Jr. spoke. Later Robert Oldroyd left, and Mr Oldroyd slept.", "PERSON Robert J. Oldroyd Jr.: Robert J. Oldroyd Jr., Robert Oldroyd, Oldroyd", "initials and generations"},
		{"The European Velm Agency (EVA) met. The EVA agreed.", "ORG European Velm Agency: European Velm Agency, EVA, EVA", "an acronym in brackets"},
		{"The European Space Agency met. Later the ESA agreed.", "ORG European Space Agency: European Space Agency, ESA", "an acronym without brackets"},
		{"The European Velm Agency met. Later the QVA agreed.", "ORG European Velm Agency: European Velm Agency; ORG QVA: QVA", "another acronym"},
		{"Velmex Ltd grew. The sales of Velmex fell.", "ORG Velmex Ltd: Velmex Ltd, Velmex", "a company without its suffix"},
		{"They left the United States. The US said no. U.S. law forbids it.", "PLACE United States: United States, US, U.S.", "aliases"},
		{"Amazon grew. The Amazon Prime account grew.", "ORG Amazon: Amazon; PRODUCT Amazon Prime: Amazon Prime", "a product is not its company"},
		{"NAIROBI (Reuters) - The talks went on for long. They left Nairobi.", "PLACE Nairobi: NAIROBI, Nairobi; ORG Reuters: Reuters", "a dateline in capitals does not name the place"},
		{"Nairobi's roads are full. Nairobi grows.", "PLACE Nairobi: Nairobi, Nairobi", "possessives"},
		{"Fiona Oldroyd came late. She said she was tired.", "PERSON Fiona Oldroyd: Fiona Oldroyd, She, she", "the only woman"},
		{"Fiona Oldroyd met Anna Velm. She was tired.", "PERSON Fiona Oldroyd: Fiona Oldroyd, She; PERSON Anna Velm: Anna Velm", "of two women she is the subject"},
		{"Fiona Oldroyd and Anna Velm met. She was tired.", "PERSON Fiona Oldroyd: Fiona Oldroyd; PERSON Anna Velm: Anna Velm", "two women alike: she is left out"},
		{"Fiona Oldroyd thanked her. Her plan was new.", "PERSON Fiona Oldroyd: Fiona Oldroyd, Her", "an object is not the subject of its clause"},
		{"Her mother met Fiona Oldroyd. She was tired.", "PERSON Fiona Oldroyd: Fiona Oldroyd", "a woman without name is the likelier subject"},
		{"\"She lied,\" said Fiona Oldroyd. \"She did not,\" she said.", "PERSON Fiona Oldroyd: Fiona Oldroyd, she", "nobody calls herself she"},
		{"\"I lied, and my plan failed,\" Fiona Oldroyd said.", "PERSON Fiona Oldroyd: I, my, Fiona Oldroyd", "a speaker's own pronouns"},
		{"\"They took my bread!\" a woman shouted.", "PERSON a woman: my, a woman", "a speaker without name is called by her noun, not by my"},
		{"\"We lied,\" Fiona Oldroyd said.", "PERSON Fiona Oldroyd: Fiona Oldroyd", "who else is meant by we, nobody knows"},
		{"Barlow Foods Ltd said it grew. Its plan failed.", "ORG Barlow Foods Ltd: Barlow Foods Ltd, it, Its", "a company that is the subject"},
		{"Velmex Ltd and Arvo Ltd met. It failed.", "ORG Velmex Ltd: Velmex Ltd; ORG Arvo Ltd: Arvo Ltd", "two companies alike"},
		{"Velmex Ltd said on Tuesday that 67% of works had breached their permits.", "ORG Velmex Ltd: Velmex Ltd", "a share is several things, which are no company"},
		{"The Velm Agency fined Barlow Foods. The water regulator has fined Barlow Foods £2m. The regulator left.", "ORG Velm Agency: Velm Agency, The water regulator, The regulator; ORG Barlow Foods: Barlow Foods, Barlow Foods", "who did the same to the same is the same"},
		{"The Velm Agency fined Barlow Foods. The water regulator has praised Barlow Foods.", "ORG Velm Agency: Velm Agency; ORG Barlow Foods: Barlow Foods, Barlow Foods", "who did something else may be somebody else"},
		{"A Democrat and three Democrats met.", "NORP Democrats: Democrat, Democrats", "a group and its member"},
		{"Peter Velm denied it. An investigator, who asked not to be named because he was not authorised to speak, said no.", "PERSON Peter Velm: Peter Velm", "the pronoun of a relative clause means nobody before"},
		{"Peter Velm denied it. Alan Oldroyd, who left because he was tired, said no.", "PERSON Peter Velm: Peter Velm; PERSON Alan Oldroyd: Alan Oldroyd, he", "it means what the clause is about"},
		{"Fiona Oldroyd met Peter Velm. He was tired.", "PERSON Fiona Oldroyd: Fiona Oldroyd; PERSON Peter Velm: Peter Velm, He", "one man and one woman"},
		{"Fiona Oldroyd met a lawyer. A friend came, and she left.", "PERSON Fiona Oldroyd: Fiona Oldroyd", "after one more person, she is left out"},
		{"Fiona Oldroyd is a lawyer, and she left.", "PERSON Fiona Oldroyd: Fiona Oldroyd, she", "what somebody is brings in nobody else"},
		{"The talks failed. He was tired.", "", "nobody is named"},
		{"Fiona Oldroyd came late. It was dark. It was late. It was cold. She was tired.", "PERSON Fiona Oldroyd: Fiona Oldroyd", "too far away"},
		{"The company grew. It left Nairobi.", "PLACE Nairobi: Nairobi", "a company that nothing names"},
		{"Barlow Foods, a drug maker, grew. The maker said no.", "ORG Barlow Foods: Barlow Foods, The maker", "what it has been called"},
		{"Barlow Foods, a maker, met Arvex Ltd, a maker. The maker said no.", "ORG Barlow Foods: Barlow Foods; ORG Arvex Ltd: Arvex Ltd", "what two have been called"},
		{"Mayor Fiona Oldroyd came. The mayor left, and the new mayor came.", "PERSON Fiona Oldroyd: Fiona Oldroyd, The mayor", "a title; a new mayor is another"},
		{"They went to Velm University. The university is old.", "ORG Velm University: Velm University, The university", "the last word of a name"},
		{"They went to Velm University. The university that they like is old.", "ORG Velm University: Velm University", "a clause tells which other one"},
		{"Velmex Ltd grew. Velmex Ltd told Arvex Ltd that the company had grown.", "ORG Velmex Ltd: Velmex Ltd, Velmex Ltd, the company; ORG Arvex Ltd: Arvex Ltd", "the company of the article"},
		{"Velmex Ltd told Arvex Ltd that the company had grown.", "ORG Velmex Ltd: Velmex Ltd; ORG Arvex Ltd: Arvex Ltd", "no company stands out"},
		{"Velmex Ltd grew. It added: \"You must remove it.\"", "ORG Velmex Ltd: Velmex Ltd, It", "a speaker does not call itself it"},
		{"They beat Velm United at home, but United won.", "ORG Velm United: Velm United, United", "a club by its last word"},
		{"The mayor of Arvo lives in Arvo. The city is old.", "PLACE Arvo: Arvo, Arvo, The city", "what has a mayor is a city"},
		{"They saw the village of Arvo. The village is old.", "PLACE Arvo: Arvo, The village", "the place is called so"},
		{"They saw the largest city of Kenya. The city is old.", "PLACE Kenya: Kenya", "the city is in that place"},
		{"Arvex Ltd has grown. The app Snapchat came from India. The app also fell. The company lost money. Snapchat employees left.", "ORG Arvex Ltd: Arvex Ltd; ORG Snapchat: Snapchat, The app, The company, Snapchat; PLACE India: India", "who has employees can be called a company, and the running topic beats the company before it"},
		{"Velmex Ltd asked its staff to leave. Later Velmex Ltd told Jo Marsh of Arvo Bank that the company had grown.", "ORG Velmex Ltd: Velmex Ltd, its, Velmex Ltd, the company; PERSON Jo Marsh: Jo Marsh; ORG Arvo Bank: Arvo Bank", "the company that the article is about"},
		{"Officials left Nairobi after Kenya imposed a new tax on the city.", "PLACE Nairobi: Nairobi, the city; PLACE Kenya: Kenya", "a country is no city"},
		{"Officials left Nairobi after Kenya fell. The country is poor.", "PLACE Nairobi: Nairobi; PLACE Kenya: Kenya, The country", "a city is no country"},
		{"They sailed from Nairobi to the Arabian Sea. The city is old.", "PLACE Nairobi: Nairobi, The city; PLACE Arabian Sea: Arabian Sea", "a sea is no city"},
		{"A Velmex spokesman said: \"We are late, and Arvex Ltd never told us of their plan.\"", "PERSON A Velmex spokesman: A Velmex spokesman; ORG Velmex: Velmex, We, us; ORG Arvex Ltd: Arvex Ltd, their", "who speaks for a company means it by we; they are the other one"},
		{"A spokeswoman for Velmex said: \"Our plan failed.\"", "PERSON A spokeswoman: A spokeswoman; ORG Velmex: Velmex, Our", "for a company"},
		{"Barlow Foods Ltd removed the videos because they broke its rules.", "ORG Barlow Foods Ltd: Barlow Foods Ltd, its", "they are rather several things than a company"},
		{"Velmex Ltd told its workers to clean their desks.", "ORG Velmex Ltd: Velmex Ltd, its", "their desks are those of the workers"},
		{"Fiona Oldroyd hurt herself. Peter Velm and Jo Marsh saw it.", "PERSON Fiona Oldroyd: Fiona Oldroyd, herself; PERSON Peter Velm: Peter Velm; PERSON Jo Marsh: Jo Marsh", "a reflexive is the subject of its clause"},
		{"In her speech, Fiona Oldroyd thanked Arvex Ltd and left.", "PERSON Fiona Oldroyd: her, Fiona Oldroyd; ORG Arvex Ltd: Arvex Ltd", "a pronoun that looks forward to the subject"},
		{"In her speech she thanked Fiona Oldroyd.", "PERSON Fiona Oldroyd: Fiona Oldroyd", "an object is not what a pronoun looks forward to"},
		{"They sailed to Velm Island. The island is small.", "PLACE Velm Island: Velm Island, The island", "the last word of the name of a place"},
		{"Peter Velm refused to criticise Marco Arvin. \"It was bad luck,\" he said.", "PERSON Peter Velm: Peter Velm, he; PERSON Marco Arvin: Marco Arvin", "who speaks is the subject before"},
		{"Peter Velm met the chairman of Arvex Ltd, Marco Arvin. The chairman agreed.", "PERSON Peter Velm: Peter Velm; ORG Arvex Ltd: Arvex Ltd; PERSON Marco Arvin: Marco Arvin, The chairman", "an apposition"},
		{"Fiona Oldroyd is the new mayor. The mayor left.", "PERSON Fiona Oldroyd: Fiona Oldroyd, The mayor", "what somebody is"},
		{"Anna Velm was late. The leader of the party, Fiona Oldroyd, who sat beside Velm, said that she was tired.", "PERSON Anna Velm: Anna Velm, Velm; PERSON Fiona Oldroyd: Fiona Oldroyd, she", "a subject that an apposition names"},
		{"Anna Velm was late. Fiona Oldroyd said that she had \"never seen my letters\".", "PERSON Anna Velm: Anna Velm; PERSON Fiona Oldroyd: Fiona Oldroyd, she, my", "before the mark the writer speaks"},
		{"Despite asking workers to clean their desks, Barlow Foods Ltd has grown.", "ORG Barlow Foods Ltd: Barlow Foods Ltd", "they do not look forward"},
		{"Fiona Oldroyd met reporters on Monday. The 34-year-old said she was tired.", "PERSON Fiona Oldroyd: Fiona Oldroyd, The 34-year-old, she", "a person by her age"},
		{"Fiona Oldroyd and Peter Velm met. The 34-year-old said no. The 34-year-old singer left.", "PERSON Fiona Oldroyd: Fiona Oldroyd; PERSON Peter Velm: Peter Velm", "two persons alike"},
		{"Fiona Oldroyd told Anna Velm that Jo Marsh had hurt herself.", "PERSON Fiona Oldroyd: Fiona Oldroyd; PERSON Anna Velm: Anna Velm; PERSON Jo Marsh: Jo Marsh, herself", "herself is the subject of the clause"},
		{"\"We are late,\" said Fiona Oldroyd, chief executive of Barlow Foods.", "ORG Barlow Foods: We, Barlow Foods; PERSON Fiona Oldroyd: Fiona Oldroyd", "who leads a company speaks for it"},
		{"\"We are late,\" said Fiona Oldroyd, a customer of Barlow Foods.", "PERSON Fiona Oldroyd: Fiona Oldroyd; ORG Barlow Foods: Barlow Foods", "a customer does not"},
		{"They told workers to delete TikTok from their phones because of risks on the platform.", "PRODUCT TikTok: TikTok, the platform", "what is a product can be a platform"},
		{"A spokesperson for the airline said: \"We are late.\"", "PERSON A spokesperson: A spokesperson", "a nominal that speaks"},
	} {
		if got := show(entities(test.text)); got != test.want {
			t.Errorf("%s: %q\n got %s\nwant %s", test.reason, test.text, got, test.want)
		}
	}
}

func FuzzEntity(f *testing.F) {
	f.Add("Mike Velm met the European Velm Agency (EVA). He said the EVA (EVA) was his. Velm Jr. left the U.S. and the US.")
	f.Add("A man said \"we\". MIKE VELM II, Mike II, II Velm. A B C D E F G H I J (ABCDEFGHIJ)")
	f.Fuzz(func(t *testing.T, text string) {
		doc := entities(text)
		check(t, doc)
		if again := entities(text); !reflect.DeepEqual(doc.Entities, again.Entities) {
			t.Fatal("two runs differ")
		}
	})
}

// check tests what must hold of all entities: ascending mentions, each in one
// entity, first mentions ascending, a name that is one of the mentions.
func check(t *testing.T, doc *extract.Document) {
	t.Helper()
	used := make([]bool, len(doc.Mentions))
	first := extract.MentionIndex(-1)
	for _, e := range doc.Entities {
		if len(e.Mentions) == 0 || e.Mentions[0] <= first || !slices.IsSorted(e.Mentions) {
			t.Fatalf("entity %+v after mention %d", e, first)
		}
		first = e.Mentions[0]
		named := false
		for _, m := range e.Mentions {
			if m < 0 || int(m) >= len(used) || used[m] {
				t.Fatalf("mention %d of entity %+v", m, e)
			}
			used[m] = true
			named = named || doc.Mentions[m].TokenRange == e.Name
		}
		if !named {
			t.Fatalf("the name %q is no mention", doc.TextOf(e.Name))
		}
	}
}

// TestHostile makes sure that many mentions take linear time: in quadratic time
// each row would run for minutes.
func TestHostile(t *testing.T) {
	if testing.Short() {
		t.Skip("long texts take some seconds")
	}
	for _, piece := range []string{"Mike Velm ", "Mr Velm said he was Ann Velm. ", "he ", "She met Ann Velm, ", "European Velm Agency (EVA), ", "Velm Ltd, ", "\"He told him I am he,\" she said. ", "Velm Ltd, a company, said it is the company. ", "\"He said: \"He "} {
		doc := before(strings.Repeat(piece, 10_000))
		entity.Stage().Apply(doc)
		check(t, doc)
	}
}

func BenchmarkEntity(b *testing.B) {
	stagetest.Benchmark(b, entity.Stage(), before)
}
