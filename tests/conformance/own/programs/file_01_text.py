# Files of text: modes, reading whole, by lines and in parts, positions, what is written when

with open("numbers.txt", "w") as file:
    print(file.write("one\ntwo\n"), file.name, file.mode, file.closed)
    file.writelines(["three\n", "four"])
print(file.closed)

with open("numbers.txt") as file:
    print(repr(file.read()))
    print(repr(file.read()), file.seek(4), repr(file.read(2)), file.tell())
with open("numbers.txt") as file:
    for number, line in enumerate(file, 1):
        print(number, repr(line))
with open("numbers.txt") as file:
    print(repr(file.readline()), file.readlines(), repr(file.readline()))
with open("numbers.txt") as file:
    print(list(map(str.strip, file)), next(file, "no more"))

with open("numbers.txt", "a") as file:
    print(file.write("\nfive\n"))
print(open("numbers.txt").read().split())

with open("numbers.txt", "r+") as file:
    file.write("ONE")
    file.seek(0)
    print(file.readlines())

with open("lines.txt", "w") as file:
    print("a", "b", sep=",", file=file)
    print("c", file=file)
    file.flush()
    print(repr(open("lines.txt").read()))
    file.write("d")
print(repr(open("lines.txt").read()))

with open("umlaut.txt", "w", encoding="utf-8") as file:
    file.write("Grüße\r\n")
print(open("umlaut.txt", "rb").read())
print(repr(open("umlaut.txt", encoding="utf-8").read()), repr(open("umlaut.txt", encoding="utf-8", newline="").read()))
with open("raw.bin", "wb") as file:
    print(file.write(b"\x00\xff\nxyz"), file.mode)
with open("raw.bin", "rb") as file:
    print(file.readline(), file.read(2), file.read(), file.read())
