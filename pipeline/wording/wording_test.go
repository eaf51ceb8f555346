package wording_test

import (
	"strings"
	"testing"

	"github.com/factline/factline/pipeline/claimsfile"
	"github.com/factline/factline/pipeline/wording"
)

func TestSaidBy(t *testing.T) {
	lee := claimsfile.Attribution{Speaker: "Ann Lee", Entity: "e1", Cue: "said"}
	for _, test := range []struct {
		reason string
		chain  []claimsfile.Attribution
		want   string
	}{
		{"the article itself", nil, ""},
		{"one speaker", []claimsfile.Attribution{lee}, "Ann Lee (said)"},
		{"a chain: the nearest first", []claimsfile.Attribution{lee, {Speaker: "The referee", Cue: "told"}}, "The referee (told), by Ann Lee (said)"},
		{"the same speaker twice", []claimsfile.Attribution{lee, {Speaker: "I", Entity: "e1", Cue: "doubt"}}, "Ann Lee (said, doubt)"},
		{"two whom nobody names", []claimsfile.Attribution{{Cue: "said"}, {Cue: "revealed"}}, "somebody (revealed), by somebody (said)"},
		{"without the clause that describes the speaker", []claimsfile.Attribution{{Speaker: "A firm, which has 2 shops", Cue: "said"}}, "A firm (said)"},
		{"a quote without a verb of saying", []claimsfile.Attribution{{Speaker: "Ann Lee", Entity: "e1"}}, "Ann Lee"},
	} {
		f := &claimsfile.File{Entities: []claimsfile.Entity{{ID: "e1", Name: "Ann Lee"}}}
		if got := strings.Join(wording.SaidBy(f, claimsfile.Claim{Attribution: test.chain}), ", "); got != test.want {
			t.Errorf("%s: %q, want %q", test.reason, got, test.want)
		}
	}
}
