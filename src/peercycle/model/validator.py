"""The validator of a model, built straight from its fields: start-up time is a budget.

Pydantic's own generator takes eighteen milliseconds for a cycle, this one two, since it knows the few forms a field
of ours can have. A test reads every kind of file with both and compares cycles and faults.
"""

from collections.abc import Iterable
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, Discriminator
from pydantic.fields import FieldInfo
from pydantic_core import CoreSchema, SchemaValidator, core_schema

from peercycle.model.kinds import Kind

Models = dict[str, CoreSchema]


@cache
def validator(model: type[BaseModel]) -> SchemaValidator:
    """Return what reads plain data into a model; its errors and their paths are pydantic's."""
    models: Models = {}
    reference = _model(model, models)
    return SchemaValidator(core_schema.definitions_schema(reference, list(models.values())))


def _model(model: type[BaseModel], models: Models) -> CoreSchema:
    """Return a reference to a model's schema, which is put among `models` once: an agenda item holds agenda items."""
    name = model.__name__
    if name not in models:
        models[name] = core_schema.any_schema()  # holds its place while its fields are built
        fields = {key: _field(field, models) for key, field in model.model_fields.items()}
        schema: CoreSchema = core_schema.model_schema(
            model,
            core_schema.model_fields_schema(fields, model_name=name),
            frozen=True,
            post_init="model_post_init" if model.__private_attributes__ else None,
            config={"title": name, "extra_fields_behavior": "forbid"},
            ref=name,
        )
        models[name] = schema
    return core_schema.definition_reference_schema(name)


def _field(field: FieldInfo, models: Models) -> core_schema.ModelField:
    schema = _annotated(field.annotation, field.metadata, models)
    factory: Any = dict if field.default == {} else field.default_factory
    if factory is not None:
        schema = core_schema.with_default_schema(schema, default_factory=factory)
    elif not field.is_required():
        schema = core_schema.with_default_schema(schema, default=field.default)
    return core_schema.model_field(schema, validation_alias=field.alias)


def _annotated(form: Any, notes: Iterable[Any], models: Models) -> CoreSchema:
    for note in notes:
        if isinstance(note, Kind):
            return note.schema
        if isinstance(note, Discriminator):
            options = {option.__metadata__[-1].tag: _schema(option, models) for option in get_args(form)}
            return core_schema.tagged_union_schema(options, note.discriminator)
    return _schema(form, models)


def _schema(form: Any, models: Models) -> CoreSchema:
    origin, inner = get_origin(form), get_args(form)
    if origin is Annotated:
        return _annotated(inner[0], inner[1:], models)
    if origin in (Union, UnionType):
        options = [option for option in inner if option is not NoneType]
        return core_schema.nullable_schema(_schema(options[0], models))
    if origin is dict:
        return core_schema.dict_schema(_schema(inner[0], models), _schema(inner[1], models))
    if origin is tuple:
        return core_schema.tuple_variable_schema(_schema(inner[0], models))
    if origin is Literal:
        return core_schema.literal_schema(list(inner))
    reference = _model(form, models)
    long_form = getattr(form, "long_form", None)
    return core_schema.no_info_before_validator_function(long_form, reference) if long_form else reference
