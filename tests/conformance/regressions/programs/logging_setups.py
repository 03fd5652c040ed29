"""logging: files, dictConfig, stacklevel, adapters that merge.

basicConfig(filename=...) raised NotImplementedError into the program, a stacklevel had no effect, and a message with too
few arguments raised TypeError where CPython reports it and goes on. Formats without a place were taken, and handlers had
no words of their own.
"""
import asyncio
import logging
import logging.config
import os
import sys


class Only(logging.Filter):
    def __init__(self, word=''):
        super().__init__()
        self.word = word

    def filter(self, record):
        return self.word in record.getMessage()


CONFIG = {
    'version': 1,
    'disable_existing_loggers': True,
    'formatters': {'braces': {'format': '{levelname:<8}|{name}|{funcName}|{message}', 'style': '{'}, 'plain': {'format': '%(message)s'}},
    'filters': {'only': {'()': Only, 'word': 'job'}},
    'handlers': {
        'out': {'class': 'logging.StreamHandler', 'stream': 'ext://sys.stdout', 'formatter': 'braces', 'level': 'INFO'},
        'picky': {'class': 'logging.StreamHandler', 'stream': sys.stdout, 'formatter': 'plain', 'filters': ['only']},
    },
    'loggers': {'app': {'level': 'DEBUG', 'handlers': ['picky']}, 'app.quiet': {'level': 'ERROR', 'propagate': False}},
    'root': {'level': 'WARNING', 'handlers': ['out']},
}


def helper(logger, text):
    logger.warning(text, stacklevel=2)


async def job(logger, n):
    await asyncio.sleep(n)
    logger.info('job %d', n)
    helper(logger, f'slow job {n}')
    logger.debug('other %(n)s', {'n': n})


async def main():
    before = logging.getLogger('before')
    logging.config.dictConfig(CONFIG)
    logger = logging.getLogger('app.worker')
    await asyncio.gather(job(logger, 1), job(logging.getLogger('app.quiet'), 2))
    print(before.disabled, logger.disabled, [handler.name for handler in logging.getLogger('app').handlers])
    for wrong in ({}, {'version': 2}):
        try:
            logging.config.dictConfig(wrong)
        except ValueError as error:
            print(error)
    logging.basicConfig(filename='logging_setups.log', filemode='w', format='%(name)s %(message)s', force=True, level=logging.INFO)
    logging.info('to the file: %s', 'é')
    logging.getLogger('app.worker').info('not there')
    handler = logging.FileHandler('logging_setups.log', encoding='utf-8', delay=True)
    handler.setFormatter(logging.Formatter('again %(message)s'))
    logging.getLogger().addHandler(handler)
    logging.warning('twice')
    logging.getLogger().removeHandler(handler)
    handler.close()
    for one in list(logging.root.handlers):
        one.close()
        logging.root.removeHandler(one)
    with open('logging_setups.log', encoding='utf-8') as file:
        print(file.read(), end='')
    os.remove('logging_setups.log')
    try:
        logging.basicConfig(filename='a', stream=sys.stdout)
    except ValueError as error:
        print(error)
    for wrong, style in (('plain', '%'), ('{message}', '%'), ('%(message)s', '{'), ('%(message)', '%'), ('%(message) -10s', '%')):
        try:
            print(logging.Formatter(wrong, style=style)._fmt)
        except ValueError as error:
            print(error)
    print(logging.NullHandler(), logging.StreamHandler(sys.stderr).level)
    adapter = logging.LoggerAdapter(logging.getLogger('adapted'), {'request': 7})
    out = logging.StreamHandler(sys.stdout)
    out.setFormatter(logging.Formatter('%(request)s %(message)s'))
    adapter.logger.addHandler(out)
    adapter.warning('with extra')


asyncio.run(main())
