"""Opens messages with Python's own reader and tells what is attached to each.

    read_attachments.py FOLDER

Reads every .eml and .mbox under FOLDER. Prints one JSON document: for each message its file and subject, the headers it
has, and for each attachment its name, media type, size and SHA-256.
"""

import email
import email.policy
import hashlib
import json
import mailbox
import pathlib
import sys


def told(name, message):
    attachments = []
    for part in message.iter_attachments():
        data = part.get_payload(decode=True)
        attachments.append({
            "name": part.get_filename(),
            "type": part.get_content_type(),
            "size": len(data),
            "sha256": hashlib.sha256(data).hexdigest(),
        })
    headers = sorted(message.keys())
    return {"file": name, "subject": message["Subject"], "headers": headers, "attachments": attachments}


def main(folder):
    messages = []
    for path in sorted(pathlib.Path(folder).rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.suffix == ".eml":
            data = path.read_bytes()
            messages.append(told(name, email.message_from_bytes(data, policy=email.policy.default)))
        elif path.suffix == ".mbox":
            for one in mailbox.mbox(path, factory=lambda file: email.message_from_binary_file(file, policy=email.policy.default)):
                messages.append(told(name, one))
    json.dump(messages, sys.stdout)


main(sys.argv[1])
