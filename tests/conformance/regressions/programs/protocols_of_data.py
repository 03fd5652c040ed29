# Instances of protocols that promise data; a class of a protocol that calls super().__init__().
from typing import Protocol, runtime_checkable
@runtime_checkable
class HasName(Protocol):
    name: str
    def greet(self): ...
@runtime_checkable
class Data(Protocol):
    x: int
class A:
    def __init__(self): self.name = 'a'; self.x = 1
    def greet(self): return 1
print(isinstance(A(), HasName), isinstance(A(), Data), isinstance(3, Data), isinstance(3, HasName))
class C(Data): pass
print(isinstance(C(), Data))
class P(Protocol):
    def f(self): ...
class Q(P):
    def __init__(self, v):
        super().__init__()
        self.v = v
print(Q(3).v)
@runtime_checkable
class Both(HasName, Data, Protocol):
    z: int
print(isinstance(A(), Both), isinstance(A(), Data), isinstance(A(), HasName), isinstance(C(), HasName))
class M(Protocol):
    pass
@runtime_checkable
class Greets(Protocol):
    def greet(self): ...
@runtime_checkable
class GreetsByName(Greets, Protocol):
    name: str
print(issubclass(A, Greets), isinstance(A(), Greets), isinstance(A(), GreetsByName), issubclass(int, Greets), isinstance(4, Greets))
Data.register(int)
print(isinstance(3, Data))
