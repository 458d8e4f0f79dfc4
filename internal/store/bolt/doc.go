// Package bolt keeps a landscape in one local file, with bbolt. It knows the
// bytes and heads of the repository port, and never the model.
//
// The file is open, and so locked, only inside one call: shared for reading,
// alone for committing. Before bbolt reads a page, the package checks the two
// meta pages and every page of the tree itself, because bbolt has no checksums
// on pages and answers damage with a panic, a fault or an endless walk. These
// checks never write: a file that is refused is not changed by a byte.
//
// What makes a file anew (creating, migrating, compacting, copying) writes a
// draft beside it that takes its name when it is whole and on the disk. Who
// waits for the lock of a file that is replaced opens the new one.
//
// bbolt maps a file in memory, on a disk of another machine too, but only
// inside one call; a fault on the way is an error. Such places are warned of
// (see store.Files), not refused.
//
// The buckets:
//
//	snijvlak               the marker; a bbolt file without it is not ours
//	├── format             number of this layout, 4 bytes
//	├── head               seq 8, record count 8, XOR of record checksums 8, hash
//	├── records            n/ID, e/FROM/KIND/TO[/START] → value of the record
//	├── journal            seq as 16 hex digits → hash, op, value of the entry
//	└── ops                op → seq 8, of the newest 10,000 entries
//
// Every value, those of format and head too, is sealed:
//
//	byte 0      format of the value, 1
//	bytes 1-8   first 8 bytes of SHA-256 over key length (8 bytes), key, payload
//	bytes 9-    payload
//
// Numbers are big-endian; hash and op in a journal entry each follow their
// length as a uvarint. The sealing and the place of the format number stay as
// they are in every later format, so that an older program can say "newer".
package bolt
