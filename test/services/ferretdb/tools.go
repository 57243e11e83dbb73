//go:build tools

// Package ferretdb pins the version of the MongoDB-wire server that the tests use.
package ferretdb

import _ "github.com/FerretDB/FerretDB/v2/cmd/ferretdb"
