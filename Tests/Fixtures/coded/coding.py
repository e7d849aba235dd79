#!/usr/bin/env python3
"""Turns coded chats into chats and gold codes.

    coding.py FOLDER...

Reads FOLDER/chats.coded.txt, writes FOLDER/contacts.jsonl (Schemas/chat-log.v1) and FOLDER/gold.jsonl:
{"contact_id","codes":{variable: code | [codes] | number | null}}.

A chat begins with `=== ID | voice`; the line `= variable=code,code ...` gives the codes that are not the default of
DEFAULTS, under the short names of NAMES; `?` leaves a variable out of the gold. Each following line is one message: `v` visitor, `c`
counsellor or `s` system, a space, the text. `outcome` is scored only where it is given.
"""
import datetime, json, pathlib, sys

SENDERS = {"v": "visitor", "c": "counsellor", "s": "system"}
NAMES = {
    "valid": "contact_validity", "topic": "topic_trafficking", "role": "contact_role", "seq": "contact_seq",
    "lang": "language", "acute": "acute_safety", "status": "victim_status", "age": "age_years", "band": "age_band",
    "gender": "gender",
    "form": "exploit_form", "sub": "exploit_sub", "rel": "exploiter_relation", "n": "n_exploiters",
    "dur": "exploit_duration", "now": "situation_now", "view": "in_view", "why": "reason_no_help",
    "ctrl": "control_means", "rec": "recruitment", "out": "outcome", "ref": "referred_to",
}
MULTI = {"form", "sub", "rel", "view", "why", "ctrl", "rec", "out", "ref"}
DEFAULTS = {
    "valid": "valid", "seq": "unknown", "lang": "nl", "acute": "unknown", "status": "unknown", "gender": "unknown",
    "form": "unknown", "sub": "unknown", "rel": "unknown", "n": "unknown", "dur": "unknown", "now": "unknown",
    "view": "unknown", "why": "not_mentioned", "ctrl": "unknown", "rec": "unknown", "ref": "none",
}
BANDS = [(0, "00_11"), (12, "12_14"), (15, "15"), (16, "16_17"), (18, "18_22"), (23, "23_29"), (30, "30plus")]
ZONE = datetime.timezone(datetime.timedelta(hours=1))


def chats(path):
    """Yields (id, given codes, [(sender, text)]) in file order."""
    chat = None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("# "):
            continue
        if line.startswith("=== "):
            if chat:
                yield chat
            chat = (line[4:].split("|")[0].strip(), {}, [])
        elif chat and line.startswith("= "):
            chat[1].update(part.split("=") for part in line[2:].split())
        elif chat and line[0] in SENDERS and line[1] == " ":
            chat[2].append((SENDERS[line[0]], line[2:]))
        else:
            sys.exit(f"{path.name}:{number}: not a message")
    if chat:
        yield chat


def codes(given):
    """The gold codes of a contact, by the codebook's names."""
    unknown = set(given) - set(NAMES)
    if unknown:
        sys.exit(f"unknown names {sorted(unknown)}")
    gold = {}
    for short, value in {**DEFAULTS, **given}.items():
        gold[NAMES[short]] = value.split(",") if short in MULTI else value
    age = int(given["age"]) if given.get("age", "?") != "?" else None
    gold["age_years"] = age
    if "band" not in given:
        gold["age_band"] = "unknown" if age is None else [band for least, band in BANDS if age >= least][-1]
    left = {NAMES[short] for short, value in given.items() if value == "?"}
    return {name: value for name, value in gold.items() if name not in left | ({"age_band"} if "age_years" in left else set())}


def write(folder):
    contacts, golds = [], []
    for index, (contact, given, lines) in enumerate(chats(folder / "chats.coded.txt")):
        at = datetime.datetime(2021, 1, 11, 9, 0, tzinfo=ZONE) + datetime.timedelta(days=index * 5, hours=index % 12)
        start, messages = at, []
        for place, (sender, text) in enumerate(lines):
            at += datetime.timedelta(seconds=40 + 7 * place)
            messages.append({"at": at.isoformat(), "from": sender, "text": text})
        contacts.append({"contact_id": contact, "started_at": start.isoformat(), "ended_at": at.isoformat(),
                         "channel": "chat", "messages": messages})
        golds.append({"contact_id": contact, "codes": codes(given)})
    for name, rows in (("contacts.jsonl", contacts), ("gold.jsonl", golds)):
        (folder / name).write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    print(f"{folder.name}: {len(contacts)} chats")


for argument in sys.argv[1:]:
    write(pathlib.Path(argument))
