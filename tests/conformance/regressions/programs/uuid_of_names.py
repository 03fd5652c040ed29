"""uuid.uuid3() and uuid.uuid5() were refused; programs name requests by them."""
import asyncio
import uuid


async def main():
    for make in (uuid.uuid3, uuid.uuid5):
        for namespace in (uuid.NAMESPACE_DNS, uuid.NAMESPACE_URL):
            name = make(namespace, 'python.org')
            print(name, name.version, name.variant, name == make(namespace, 'python.org'))
            await asyncio.sleep(0)
    print(uuid.uuid5(uuid.uuid5(uuid.NAMESPACE_OID, ''), 'höchst').hex)


asyncio.run(main())
