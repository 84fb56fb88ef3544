### The record as a file.

cmd-export = Have the record sent as a file
    .name = export
    .example = pdf
ask-export-form = To print (PDF), to read (Markdown), or to check it yourself (JSON)?
form-pdf = PDF
form-markdown = Markdown
form-json = JSON
export-here =
    { $form ->
        [json] The record of { $assembly }, with all hashes: the file says how to check them without me.
        [pdf] The record of { $assembly }, to print and to hang up.
       *[markdown] The record of { $assembly }, to read.
    }
    { $lines ->
        [one] One entry, check code { $head }. Compare: { $command }
       *[other] { $lines } entries, check code { $head }. Compare: { $command }
    }
export-title = Record · { $assembly }
export-how-to =
    For each word: SHA-256 of salt + "." + value (UTF-8, as hex) stands under its name in line.fields; a word that is missing was withdrawn.
    For each entry: SHA-256 of its "line" as JSON with sorted keys, ", " and ": " between, ASCII alone (as Python's json.dumps with sort_keys=True writes it), is its "hash".
    line.previous is the hash of the entry before; the first has none. line.number counts from 1.
    The first eight characters of the last hash are the check code in your chat.

sheet-summary =
    { $lines ->
        [one] One entry, check code { $head }
       *[other] { $lines } entries, check code { $head }
    }
sheet-decision = { $title } · { $number }
sheet-proof = Entry { $number } of the record, check code { $head }
sheet-line = { $line } · { $head }
sheet-foot = { $assembly } · check code { $head }
file-unmade = I could not make this file, sorry. Whoever runs me has been told; please ask for it again tomorrow.
