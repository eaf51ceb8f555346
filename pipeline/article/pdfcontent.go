package article

import (
	"math"

	"github.com/ledongthuc/pdf"
)

// pdfMatrix is a transformation [a b c d e f] of PDF: x' = ax + cy + e, y' = bx +
// dy + f.
type pdfMatrix [6]float64

var identity = pdfMatrix{1, 0, 0, 1, 0, 0}

// then returns the transformation that does m first, then n.
func (m pdfMatrix) then(n pdfMatrix) pdfMatrix {
	return pdfMatrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

// textState is the part of the graphics state that text needs.
type textState struct {
	font                       *pdfFont
	size, charSpace, wordSpace float64
	scale, leading             float64
	space                      pdfMatrix // of the user
}

// pdfContent collects the characters of the content of a page, in the order in
// which they are drawn.
type pdfContent struct {
	textState
	saved       []textState
	text, line  pdfMatrix
	resources   pdf.Value
	fonts       map[string]*pdfFont
	chars       []pdf.Text
	depth, left int // of forms inside of forms; operators that are left
}

// What a page may have, so that none takes for ever.
const (
	mostOperators = 1_000_000
	mostForms     = 8 // inside of one another
	mostSaved     = 256
)

// charactersOf returns the characters of a page.
func charactersOf(page pdf.Page) []pdf.Text {
	c := &pdfContent{textState: textState{scale: 1, space: identity}, text: identity, line: identity, left: mostOperators}
	c.run(page.V.Key("Contents"), page.Resources())
	return c.chars
}

// run carries out the operators of a stream, or of many that are one.
func (c *pdfContent) run(stream, resources pdf.Value) {
	if stream.Kind() != pdf.Stream && stream.Kind() != pdf.Array || c.depth > mostForms {
		return
	}
	state, outer, fonts := c.textState, c.resources, c.fonts
	c.resources, c.fonts = resources, map[string]*pdfFont{}
	c.depth++
	pdf.Interpret(stream, func(stack *pdf.Stack, op string) {
		args := make([]pdf.Value, stack.Len())
		for i := len(args) - 1; i >= 0; i-- {
			args[i] = stack.Pop()
		}
		if c.left--; c.left > 0 {
			c.operator(op, args)
		}
	})
	c.depth--
	c.textState, c.resources, c.fonts = state, outer, fonts
}

// operator carries out one operator. One with too few arguments is passed over.
func (c *pdfContent) operator(op string, args []pdf.Value) {
	number := func(i int) float64 {
		if i >= len(args) {
			return 0
		}
		return args[i].Float64()
	}
	switch op {
	case "q":
		if len(c.saved) < mostSaved {
			c.saved = append(c.saved, c.textState)
		}
	case "Q":
		if n := len(c.saved); n > 0 {
			c.textState, c.saved = c.saved[n-1], c.saved[:n-1]
		}
	case "cm":
		c.space = matrixOf(args).then(c.space)
	case "Do":
		c.form(args)
	case "BT":
		c.text, c.line = identity, identity
	case "Tc":
		c.charSpace = number(0)
	case "Tw":
		c.wordSpace = number(0)
	case "Tz":
		c.scale = number(0) / 100
	case "TL":
		c.leading = number(0)
	case "Tf":
		c.setFont(args)
	case "Tm":
		c.text = matrixOf(args)
		c.line = c.text
	case "TD":
		c.leading = -number(1)
		c.move(number(0), number(1))
	case "Td":
		c.move(number(0), number(1))
	case "T*":
		c.move(0, -c.leading)
	case "Tj":
		c.showAll(args)
	case "TJ":
		if len(args) == 1 {
			c.showArray(args[0])
		}
	case "'":
		c.move(0, -c.leading)
		c.showAll(args)
	case "\"":
		c.wordSpace, c.charSpace = number(0), number(1)
		c.move(0, -c.leading)
		c.showAll(args[min(2, len(args)):])
	}
}

func matrixOf(args []pdf.Value) pdfMatrix {
	if len(args) != 6 {
		return identity
	}
	var m pdfMatrix
	for i := range m {
		m[i] = args[i].Float64()
	}
	return m
}

func (c *pdfContent) move(x, y float64) {
	c.line = pdfMatrix{1, 0, 0, 1, x, y}.then(c.line)
	c.text = c.line
}

func (c *pdfContent) setFont(args []pdf.Value) {
	if len(args) != 2 {
		return
	}
	name := args[0].Name()
	if c.fonts[name] == nil {
		c.fonts[name] = newPDFFont(c.resources.Key("Font").Key(name))
	}
	c.font, c.size = c.fonts[name], args[1].Float64()
}

// form draws a form: content that stands apart from that of the page.
func (c *pdfContent) form(args []pdf.Value) {
	if len(args) != 1 {
		return
	}
	form := c.resources.Key("XObject").Key(args[0].Name())
	if form.Key("Subtype").Name() != "Form" {
		return
	}
	resources := form.Key("Resources")
	if resources.IsNull() {
		resources = c.resources
	}
	saved := c.textState
	if matrix := form.Key("Matrix"); matrix.Len() == 6 {
		var m pdfMatrix
		for i := range m {
			m[i] = matrix.Index(i).Float64()
		}
		c.space = m.then(c.space)
	}
	c.run(form, resources)
	c.textState = saved
}

func (c *pdfContent) showAll(args []pdf.Value) {
	for _, arg := range args {
		c.show(arg.RawString())
	}
}

// showArray shows strings with numbers between them, which move to the left.
func (c *pdfContent) showArray(array pdf.Value) {
	for i := range array.Len() {
		if item := array.Index(i); item.Kind() == pdf.String {
			c.show(item.RawString())
		} else {
			c.advance(-item.Float64() / 1000 * c.size)
		}
	}
}

func (c *pdfContent) show(s string) {
	if c.font == nil {
		return
	}
	c.font.each(s, func(letters string, width float64, space bool) {
		at := c.text.then(c.space)
		size := c.size * math.Hypot(at[2], at[3])
		c.chars = append(c.chars, pdf.Text{
			FontSize: size, X: at[4], Y: at[5], W: width * c.size * c.scale * math.Hypot(at[0], at[1]), S: letters,
		})
		step := width*c.size + c.charSpace
		if space {
			step += c.wordSpace
		}
		c.advance(step)
	})
}

func (c *pdfContent) advance(x float64) {
	c.text = pdfMatrix{1, 0, 0, 1, x * c.scale, 0}.then(c.text)
}
