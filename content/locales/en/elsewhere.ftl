# What the program that a file came from would say of the same days, and what holds of it

elsewhere-heading = What { $program } would say, and what holds of it
elsewhere-rule = { $program } takes your average on days with a thing and on days without it, and shows how far they lie apart. Here this is done with your numbness, on the days from its file.
elsewhere-chance = Such a gap comes up by chance alone. It was tried on made-up people with nothing going on and twelve things written down: { $n } of 100 got a gap of ten percent or more. So each one is held against the answer above.
elsewhere-more-numb = Numbness was { $size }% higher on the { $with } days with “{ $name }” than on the { $without } days without it.
elsewhere-less-numb = Numbness was { $size }% lower on the { $with } days with “{ $name }” than on the { $without } days without it.
elsewhere-more-numb-points = Numbness was { $size } points of 100 higher on the { $with } days with “{ $name }” than on the { $without } days without it.
elsewhere-less-numb-points = Numbness was { $size } points of 100 lower on the { $with } days with “{ $name }” than on the { $without } days without it.
elsewhere-holds = This holds here. { $line }
elsewhere-other-way = Here the contrary holds. { $line }
elsewhere-not-apart = Here it can not be told apart from chance yet. Had { $points } points of 100 gone with it, that would have been seen in four of five records like this.
elsewhere-left-out = Here it is too early to say. { $why }
elsewhere-next-look = Here it is looked at for the first time with the next look.
elsewhere-withheld = { $n ->
    [one] It would say something of one thing. Here nothing can be said of it yet.
   *[other] It would say something of { $n } things. Here nothing can be said of any of them yet.
}
elsewhere-none = Of the days from its file, too few have an answer about numbness as well. Check in here on the days that you note there, and both can be set side by side.
elsewhere-more = { $n ->
    [one] It would say something of one more thing.
   *[other] It would say something of { $n } more things.
}
elsewhere-help = To know more of one of them, name it as what you suspect before you look again. Or try it on days that are drawn by lot.
elsewhere-not-asked = It also speaks of: { $list }. Your notes are asked about numbness alone here, so nothing is said of that.
elsewhere-told = What stands in quotes is what { $program } wrote. It looks at many pairs of things, and some pairs go together by chance alone.
elsewhere-told-words = “{ $words }”
elsewhere-told-pair = “{ $one }” and “{ $other }” are said to go together.
elsewhere-told-none = Nothing in the file is about your numbness and something that is followed here.
elsewhere-told-not-here = { $n ->
    [one] One more is about numbness and something that is not followed here.
   *[other] { $n } more are about numbness and something that is not followed here.
}
elsewhere-told-others = { $n ->
    [one] One is about other things. Your notes are asked about numbness alone here.
   *[other] { $n } are about other things. Your notes are asked about numbness alone here.
}
