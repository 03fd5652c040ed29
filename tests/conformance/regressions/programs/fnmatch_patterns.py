# Names against patterns of the shell.
import fnmatch
from fnmatch import fnmatchcase

names = ["a.py", "b.txt", "lib/c.py", ".hidden", "A.PY", "", "[x]", "a-c", "a]", "^", "!", "été"]
patterns = ["*", "*.py", "?.py", "[ab].*", "[!a]*", "[a-b]*", "[]]", "[!]]*", "a[]]", "[", "[]", "[!]", "[[]x]", "[z-a]",
            "[!z-a]", "[a-c-e]*", "[-a]*", "[a-]*", "[--a]", "*[!.]*", "**/*.py", "a*c", "[^]", "[!^]", "?t?", "[a\\]]"]
for pattern in patterns:
    print(pattern, [name for name in names if fnmatchcase(name, pattern)])
print(fnmatch.filter(names, "*.[pP][yY]"), fnmatch.fnmatch("sensor.3", "sensor.*"), fnmatch.fnmatch(b"ab", b"a?"))
for wrong in [(3, "*"), ("a", 3), (b"a", "a"), ("a", b"a")]:
    try:
        print(fnmatch.fnmatchcase(*wrong))
    except (TypeError, AttributeError) as error:
        print(type(error).__name__)
topics = {"sensor.*": [], "*.error": []}
for topic in ("sensor.1", "net.error", "sensor.error"):
    for pattern, found in topics.items():
        if fnmatch.fnmatch(topic, pattern):
            found.append(topic)
print(topics)
