"""What run() of a thread raises goes to threading.excepthook, which programs replace; it was dropped. SystemExit ends a thread quietly."""
import sys
import threading


def fail():
    {}['nothing']


def hook(args):
    print('hook:', args.exc_type.__name__, args.exc_value, args.thread.name, args.exc_traceback is args.exc_value.__traceback__, len(args))


def run(target, **options):
    thread = threading.Thread(target=target, name='worker', **options)
    thread.start()
    thread.join()
    print(thread.is_alive(), thread.daemon, thread.isDaemon())


before = threading.excepthook
print(before is threading.__excepthook__)
run(lambda: sys.exit(3))
threading.excepthook = hook
run(fail)
run(lambda: sys.exit(3), daemon=True)


class Own(threading.Thread):
    def run(self):
        raise RuntimeError('own')


own = Own(name='own')
own.setDaemon(True) if sys.version_info < (3, 10) else setattr(own, 'daemon', True)
own.start()
own.join()


def child():
    thread = threading.Thread(target=print, args=('child',))
    print(thread.daemon)


run(child, daemon=True)
run(child)


def change():
    try:
        threading.current_thread().daemon = True
    except RuntimeError as error:
        print(error)


run(change)
