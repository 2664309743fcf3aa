"""Long papers are drawn by the worker beside the web processes, so that nobody else waits for them (D3)."""

from django.core.cache import cache
from django_tasks import TaskResultStatus, task

from .. import conf
from .drawing import CannotPrint, StillDrawing, refuse_without_packages
from .versions import Version

AGAIN_AFTER = 120  # seconds: then a paper is asked for anew, in case the worker was killed while it drew


@task(backend=conf.papers_backend())
def draw_later(folder, digest, html):
    """Draw one version of a paper and keep it, unless that was done meanwhile; or keep that it cannot be drawn."""
    version = Version(folder, digest)
    if version.is_there():
        return
    try:
        version.keep(html)
    except CannotPrint as error:
        version.keep_reason(str(error))
        raise


def ask_for(version, html):
    """Have a `version` (Version) drawn from `html` (str) by the worker, or at once where there is none.

    Returns when it is there. Raises StillDrawing while the worker has it, CannotPrint and PrintingIsOff.
    """
    refuse_without_packages()
    asked = f"drawing:{version.name}"
    if not cache.add(asked, True, AGAIN_AFTER):
        raise StillDrawing
    result = draw_later.enqueue(version.folder, version.digest, html)
    if not result.is_finished:
        raise StillDrawing
    cache.delete(asked)
    if result.status == TaskResultStatus.FAILED:
        raise CannotPrint(version.reason() or result.errors[-1].traceback)
