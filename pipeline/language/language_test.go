package language_test

import (
	"strings"
	"testing"

	"github.com/factline/factline/pipeline/language"
)

func TestOf(t *testing.T) {
	tests := []struct{ reason, text, want string }{
		{"nothing", "", ""},
		{"an English sentence", "The mayor said on Monday that 12 houses had been sold.", "en"},
		{"an English headline", "Five hurt in crash near Leeds", ""},
		{"a tweet", "omg so good!! @bbc #strictly lol", ""},
		{"names alone", "Carlos Alcaraz, Rafael Nadal, Juan Martín del Potro, David Ferrer, Fernando Verdasco, Pablo Carreño Busta, Roberto Bautista Agut, Albert Ramos Viñolas", ""},
		{"a table of results", "Bayern München 2 Borussia Dortmund 1 Eintracht Frankfurt 0 Schalke 3 Werder Bremen 2 Hertha 1", ""},
		{"English with German names", "Bundeskanzler Olaf Scholz met Ministerpräsident Söder at the Kanzleramt to talk about the Länderfinanzausgleich.", "en"},
		{"English of newspapers about Mexico", "President López Obrador told the Cámara de Diputados that Petróleos Mexicanos had lost 12 million pesos.", "en"},
		{"a short text in German", "Guten Morgen allerseits", ""},
		{"German", "Der Bürgermeister sagte am Montag, dass zwölf Häuser verkauft worden seien, und dass er sich darüber sehr freue.", "de"},
		{"French", "Le maire a déclaré lundi que douze maisons avaient été vendues et qu'il en était très content pour toute la ville.", "fr"},
		{"Spanish", "El alcalde dijo el lunes que se habían vendido doce casas y que estaba muy contento por toda la ciudad y por sus vecinos.", "es"},
		{"Dutch", "De burgemeester zei maandag dat er twaalf huizen waren verkocht en dat hij daar erg blij mee was voor de hele stad.", "nl"},
		{"Italian", "Il sindaco ha detto lunedì che dodici case sono state vendute e che era molto contento per tutta la città e per i suoi abitanti.", "it"},
		{"Portuguese", "O presidente da câmara disse na segunda-feira que doze casas foram vendidas e que estava muito contente por toda a cidade.", "pt"},
		{"Polish", "Burmistrz powiedział w poniedziałek, że sprzedano dwanaście domów i że bardzo się z tego cieszy cała jego rodzina.", "pl"},
		{"Russian", "Мэр сказал в понедельник, что было продано двенадцать домов, и что он этому очень рад. По его словам, это успех города за последние десять лет, и он хочет, чтобы его вспоминали.", "ru"},
		{"another script, but which language is not sure", "Мэр сказал в понедельник, что домов нет, а других не будет.", "und"},
		{"Chinese", "市长星期一说，已经售出了十二栋房子，他对此感到非常高兴，全市居民也很高兴。", "zh"},
		{"a Greek word in English", "The word is φιλοσοφία.", "en"},
		{"a long text is told by its beginning", strings.Repeat("The mayor said that houses had been sold. ", 1000) + strings.Repeat("мэр ", 10000), "en"},
	}
	for _, tt := range tests {
		if tt.want != "" && tt.want != language.English {
			if got := language.Of(tt.text); got != "" {
				t.Errorf("%s: got %q of a message, which is too short", tt.reason, got)
			}
			tt.text = strings.Repeat(tt.text+"\n", 5) // an article
		}
		if got := language.Of(tt.text); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.reason, got, tt.want)
		}
	}
}

func TestIsEnglish(t *testing.T) {
	for tag, want := range map[string]bool{"": true, "en": true, "en-GB": true, "EN": true, "eng": true, "English": true, "de": false, "und": false} {
		if got := language.IsEnglish(tag); got != want {
			t.Errorf("%q: got %v", tag, got)
		}
	}
}

func BenchmarkOf(b *testing.B) {
	text := strings.Repeat("The mayor said on Monday that 12 houses had been sold. ", 100)
	foreign := strings.Repeat("Der Bürgermeister sagte am Montag, dass zwölf Häuser verkauft worden seien. ", 100)
	b.Run("english", func(b *testing.B) {
		for b.Loop() {
			language.Of(text)
		}
	})
	b.Run("german", func(b *testing.B) {
		for b.Loop() {
			language.Of(foreign)
		}
	})
}
