"""Dates and times beside each other: zones that ask what hour it is, clocks that are put back, what ISO 8601 lets one leave
out, numbers that end between two microseconds, and classes that were derived."""
import asyncio
from datetime import date, datetime, time, timedelta, timezone, tzinfo


class Sea(tzinfo):
    """Five hours behind, four in summer; the last night of it has an hour twice."""

    def utcoffset(self, dt):
        return timedelta(hours=-5) + self.dst(dt)

    def dst(self, dt):
        if dt is None:
            return timedelta(0)
        end = datetime(2021, 11, 7, 1) + timedelta(hours=0 if dt.fold else 1)
        return timedelta(hours=1) if datetime(2021, 3, 14, 2) <= dt.replace(tzinfo=None) < end else timedelta(0)

    def tzname(self, dt):
        return 'summer' if self.dst(dt) else 'winter'


class Day(date):
    pass


class Stretch(timedelta):
    pass


def tell(what):
    try:
        value = what()
        print(value if isinstance(value, datetime) else repr(value))
    except Exception as error:
        print(type(error).__name__, error)


async def main():
    east = timezone(timedelta(hours=5, minutes=30))
    noon = datetime(2021, 7, 1, 12, tzinfo=Sea())
    for moment in noon, noon.replace(month=11, day=7, hour=1), noon.replace(month=11, day=7, hour=1, fold=1):
        print(moment, moment.tzname(), moment.astimezone(east), moment.timetuple().tm_isdst, moment.utctimetuple()[3:6])
    tell(lambda: noon.replace(month=11, day=7, hour=1) == datetime(2021, 11, 7, 5, tzinfo=timezone.utc))
    tell(lambda: datetime.now().astimezone())
    tell(lambda: datetime(2021, 1, 1, fold=1, tzinfo=timezone.utc))
    tell(lambda: time(9, 30, tzinfo=east) < time(5, tzinfo=timezone.utc))
    tell(lambda: time(9) < time(9, tzinfo=east))
    tell(lambda: {noon: 1}[noon.astimezone(east)])
    tell(lambda: date(2021, 7, 1) == noon)
    for text in '2021-07-01', '20210701', '2021-W26-4', '2021-07-01T09', '2021-07-01 09:30:15,25+0530', '2021-07-01T0930Z':
        tell(lambda: datetime.fromisoformat(text))
        tell(lambda: date.fromisoformat(text))
        tell(lambda: time.fromisoformat(text[11:]))
    tell(lambda: date.fromisocalendar(2021, 53, 1))
    tell(lambda: Day(2021, 7, 1) + timedelta(days=31))
    tell(lambda: Stretch(hours=3) + Stretch(hours=4))
    tell(lambda: Stretch(hours=3))
    tell(lambda: timedelta(microseconds=0.5) + timedelta(seconds=0.1, microseconds=0.5, milliseconds=0.0005))
    tell(lambda: datetime.fromtimestamp(1.1234565, timezone.utc).timestamp())
    tell(lambda: setattr(noon, 'hour', 5))
    tell(lambda: timezone(timedelta(0)) is timezone.utc)
    tell(lambda: format(datetime(2021, 3, 5, 14, 7), '%C %e %I%p %a'))
    tell(lambda: datetime(821, 3, 5).ctime())


asyncio.run(main())
