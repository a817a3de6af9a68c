-- Words of captured messages. Contentless: the callbacks table is the truth, this only finds rows in it.
CREATE VIRTUAL TABLE `callbacks_search` USING fts5(text, content='', contentless_delete=1, detail=none, tokenize="unicode61 remove_diacritics 2");
