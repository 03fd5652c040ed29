# W6: lists, dicts and strings. A unit is a turn of the loop.
count = 100_000


class Account:
    def __init__(self, name):
        self.name = name
        self.total = 0

    def add(self, amount):
        self.total += amount


def work():
    accounts = {}
    words = []
    for i in range(count):
        name = f"account {i % 100}"
        account = accounts.get(name)
        if account is None:
            account = accounts[name] = Account(name)
        account.add(i)
        words.append(name.upper())
        if len(words) == 50:
            line = ",".join(sorted(set(words)))
            words = [word for word in line.split(",") if word.endswith("7")]
    return sum(account.total for account in accounts.values())


assert work() == count * (count - 1) // 2
