def walk(items):
    for item in items:
        try:
            with open(item) as file, file:
                if 0 < file.size() <= 10 and not file.closed or item:
                    break
                elif item == 1:
                    continue
                else:
                    return file
        except (OSError, ValueError) as problem:
            raise RuntimeError('no') from problem
        except:
            raise
        else:
            assert item, 'message'
        finally:
            del items[0], item.x
    else:
        pass
    while True:
        items = items[1:] or items[::2]
        if (n := len(items)) > 3: return n
