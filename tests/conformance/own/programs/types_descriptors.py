# property, classmethod, staticmethod and super as objects, descriptors of the program's own, and how each version words what fails.
def attempt(function, *arguments, **named):
    try:
        return function(*arguments, **named)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


class Account:
    def __init__(self):
        self._balance = 10

    @property
    def balance(self):
        """What is there."""
        return self._balance

    @balance.setter
    def balance(self, value):
        self._balance = value

    @balance.deleter
    def balance(self):
        self._balance = 0

    read_only = property(lambda self: "read")
    write_only = property(None, lambda self, value: print("written", value))
    nothing = property()

    @classmethod
    def of_class(cls, *arguments):
        return cls.__name__, arguments

    @staticmethod
    def of_none(*arguments, **named):
        return arguments, named


class Savings(Account):
    @Account.balance.getter
    def balance(self):
        return "saved"

    def up(self):
        return super().balance, super().of_class(1), super().of_none(2)

    def wrong(self):
        return super().absent


class Own:
    def __get__(self, instance, owner):
        return "class" if instance is None else ("got", type(instance).__name__, owner.__name__)

    def __set__(self, instance, value):
        if value == "refuse":
            raise ValueError("refused")
        print("own set", value)


class OnlyGet:
    def __get__(self, instance, owner=None):
        return "read"


class OnlyDelete:
    def __delete__(self, instance):
        print("own delete")


class Holder:
    own = Own()
    only = OnlyGet()
    gone = OnlyDelete()


def lonely():
    return super()


def takes(x):
    return super()


def main():
    account, savings = Account(), Savings()
    account.balance += 5
    print(account.balance, Account.balance.fget(account), Account.balance.fset(account, 7), account.balance, Account.balance.fdel(account), account.balance, Account.balance.__doc__, Account.nothing.fget, Account.read_only.fset, Account.read_only.fdel)
    del account.balance
    print(Account.balance.__get__(account), Account.balance.__get__(None, Account) is Account.balance, Account.balance.__set__(account, 3), account.balance)
    for name in ("read_only", "write_only", "nothing", "balance"):
        print(name, attempt(getattr, account, name), attempt(setattr, account, name, 1), attempt(delattr, account, name))
    print(savings.balance, savings.up(), attempt(savings.wrong), attempt(setattr, savings, "balance", 5), savings._balance)
    changed = Account.balance.setter(None).deleter(None)
    changed.__doc__ = "changed"
    print(changed.fset is Account.balance.fset, changed.fdel is Account.balance.fdel, Account.balance.__delete__(account), account.balance, changed.fget is Account.balance.fget, changed.__doc__, property(doc="given").__doc__, property(lambda self: 1, doc="given").__doc__)
    print(Account.of_class(1), account.of_class(), savings.of_class(2), Account.__dict__["of_class"].__get__(None, Savings)(3), Account.__dict__["of_class"].__get__(savings)(4), Account.__dict__["of_class"].__func__.__name__, Account.__dict__["of_class"].__wrapped__ is Account.__dict__["of_class"].__func__)
    static = Account.__dict__["of_none"]
    print(Account.of_none(1, a=2), static(3), static.__func__ is Account.of_none, static.__get__(None, Account) is Account.of_none, static.__wrapped__ is Account.of_none, static.__call__(1, b=2), attempt(classmethod(len), 5))
    holder = Holder()
    holder.own = 5
    print(holder.own, Holder.own, attempt(setattr, holder, "own", "refuse"), attempt(delattr, holder, "own"), holder.only, attempt(delattr, holder, "only"))
    holder.only = "instance"
    print(holder.only, holder.__dict__, attempt(setattr, holder, "gone", 1))
    del holder.gone
    lifted = super(Savings, savings)
    print(lifted.__self__ is savings, lifted.__thisclass__.__name__, lifted.__class__.__name__, super(Savings, Savings).of_class(9), super(Savings).__self__, attempt(super, 5), attempt(super, Savings, account), attempt(super, Savings, Account), attempt(super, Savings, 5))
    print(attempt(lonely), attempt(takes, 1), attempt(lambda: lifted.nowhere), attempt(setattr, lifted, "x", 1))


main()
