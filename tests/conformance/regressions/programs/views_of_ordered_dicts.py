"""The keys, values and items of an OrderedDict call themselves odict_keys and so on, those of all other dicts do not."""
import collections
od = collections.OrderedDict(a=1, b=2)
print(od.keys(), od.values(), od.items(), {"a": 1}.keys())
print(collections.OrderedDict(sorted({"z": 1, "b": 3}.items())).items())
class M(collections.OrderedDict): pass
print(M(x=1).items(), type(M(x=1).copy()).__name__, M(x=1).copy().values())
dd = collections.defaultdict(list, a=[1])
print(dd.items(), collections.Counter("aab").items(), collections.Counter("aab").most_common(-1), collections.Counter("aab").most_common(0), collections.Counter("aab").most_common(1))
