"""Writing hundreds of thousands of rows without making an object for each: for made-up voices only."""

from django.db import connection, models

AS_THEY_ARE = (models.CharField, models.TextField, models.BooleanField, models.AutoField, models.ForeignKey)


def new_keys(model, count):
    """`count` (int) primary keys that no row of `model` has yet, as a list of int. Call it in a transaction."""
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            sequence = "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)"
            cursor.execute(sequence, [table, count])
            return [row[0] for row in cursor.fetchall()]
        cursor.execute(f"SELECT COALESCE(MAX(id), 0) FROM {connection.ops.quote_name(table)}")
        first = cursor.fetchone()[0] + 1
    return list(range(first, first + count))


def insert(model, names, rows):
    """Insert many rows. `names`: tuple of columns' names (str) that `rows` (iterable of tuples) give values for.

    Every other column gets its field's default, and the database numbers the rows unless `names` does. No signals are
    sent; whoever calls says so to the page cache.
    """
    fields = {field.attname: field for field in model._meta.concrete_fields}
    rest = {
        name: prepared(field, field.get_default())
        for name, field in fields.items()
        if not (name in names or field.primary_key)
    }
    columns = [connection.ops.quote_name(fields[name].column) for name in (*names, *rest)]
    places = ", ".join(["%s"] * len(columns))
    table = connection.ops.quote_name(model._meta.db_table)
    prepare = [None if isinstance(fields[name], AS_THEY_ARE) else fields[name] for name in names]
    constant = tuple(rest.values())
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({places})",
            (tuple(map(ready, prepare, row)) + constant for row in rows),
        )


def ready(field, value):
    """A value as the database takes it. `field`: None for values that need no change."""
    return value if field is None else prepared(field, value)


def prepared(field, value):
    """A value of `field` (Field) as the database takes it."""
    return field.get_db_prep_save(value, connection=connection)
