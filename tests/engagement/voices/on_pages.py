"""What the tests of the pages of answering share: answering a question as its page offers it, and sending."""


def give(client, address, number, **extra):
    """Answer question `number` as its page offers it: the first choice, or words."""
    page = client.get(f"{address}{number}/")
    options = page.context["options"]
    if page.context["question"].has_choices:
        data = {"choice": options[0]["value"]}
    else:
        data = {"words": "I want <b>more</b> time."}
    return client.post(f"{address}{number}/", data | {"go": "next"} | extra)


def answer_all(client, address):
    for number in range(1, 6):
        give(client, address, number)


def sent(client, address):
    """Answer all and send; returns the page with the card."""
    answer_all(client, address)
    client.post(f"{address}check/")
    return client.get(f"{address}done/")
