#!/usr/bin/env python3
"""Turns marked chats into chats and gold spans.

    annotate.py FOLDER...

Reads FOLDER/chats.marked.txt, writes FOLDER/contacts.jsonl (Schemas/chat-log.v1) and FOLDER/gold.jsonl:
{"contact_id","entities":[{"message","start","end","type","text"}]}, offsets in Unicode code points, end exclusive.

A chat begins with `=== ID | voice | nickname` (the nickname may be absent). Each following line is one message: `v`
visitor, `c` counsellor, `b` bot or `s` system, a space, the text. A detail is marked [[KIND|text]]; lines that begin with
`#` are notes.
"""
import datetime, json, pathlib, re, sys

KINDS = set("""PERSON LOCATION ADDRESS POSTAL_CODE ORGANIZATION PHONE_NUMBER EMAIL_ADDRESS URL USERNAME IP_ADDRESS
IBAN_CODE CREDIT_CARD NL_BSN ID_NUMBER LICENSE_PLATE DATE AGE""".split())
SENDERS = {"v": "visitor", "c": "counsellor", "b": "bot", "s": "system"}
MARK = re.compile(r"\[\[([A-Z_]+)\|([^\[\]|]+)\]\]")
ZONE = datetime.timezone(datetime.timedelta(hours=1))


def unmark(marked, message, where):
    """The text without marks, and its spans."""
    text, spans, last = "", [], 0
    for mark in MARK.finditer(marked):
        kind, inner = mark.groups()
        if kind not in KINDS or inner != inner.strip():
            sys.exit(f"{where}: bad mark {mark.group()}")
        text += marked[last:mark.start()]
        spans.append({"message": message, "start": len(text), "end": len(text) + len(inner), "type": kind, "text": inner})
        text += inner
        last = mark.end()
    text += marked[last:]
    if "[[" in text or "]]" in text or not text.strip():
        sys.exit(f"{where}: stray mark or empty message")
    return text, spans


def chats(path):
    """Yields (id, nickname, [(sender, marked text)]) in file order."""
    chat = None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        if line.startswith("=== "):
            if chat:
                yield chat
            parts = [part.strip() for part in line[4:].split("|")]
            chat = (parts[0], parts[2] if len(parts) > 2 else None, [])
        elif chat and line[0] in SENDERS and line[1] == " ":
            chat[2].append((SENDERS[line[0]], line[2:], f"{path.name}:{number}"))
        else:
            sys.exit(f"{path.name}:{number}: not a message")
    if chat:
        yield chat


def write(folder):
    contacts, gold, seen = [], [], set()
    for index, (contact, nickname, lines) in enumerate(chats(folder / "chats.marked.txt")):
        if contact in seen:
            sys.exit(f"{contact}: twice")
        seen.add(contact)
        start = datetime.datetime(2023, 1, 9, 19, 0, 11, tzinfo=ZONE) + datetime.timedelta(hours=7 * index)
        messages, entities = [], []
        for n, (sender, marked, where) in enumerate(lines):
            text, spans = unmark(marked, n, where)
            messages.append({"at": (start + datetime.timedelta(seconds=47 * n)).isoformat(), "from": sender, "text": text})
            entities += spans
        record = {"contact_id": contact, "started_at": messages[0]["at"], "ended_at": messages[-1]["at"], "channel": "chat"}
        if nickname:
            record["visitor"] = {"nickname": nickname}
        record["messages"] = messages
        contacts.append(record)
        gold.append({"contact_id": contact, "entities": entities})
    for name, rows in (("contacts.jsonl", contacts), ("gold.jsonl", gold)):
        with open(folder / name, "w", encoding="utf-8", newline="\n") as out:
            for row in rows:
                out.write(json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n")
    print(f"{folder}: {len(contacts)} chats, {sum(len(g['entities']) for g in gold)} details")


if __name__ == "__main__":
    for folder in sys.argv[1:]:
        write(pathlib.Path(folder))
