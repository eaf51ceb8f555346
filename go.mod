module github.com/factline/factline

go 1.26
