"""What a person should look at first among the entities: each suspicion a question that corrections.yml can answer.

`suspicions` asks every rule in `find.py`: names nearly alike and one name in two kinds (`pairs.py`), surnames left by
themselves (`surnames.py`), labels that gainsay the kind and names that look like junk (`oddities.py`), names of bodies
that are nobody's (`unplaced.py`). `paste.py` writes them as verdicts. What people have answered already is not asked
again.
"""

from morgue.browse.suspicions.find import suspicions
from morgue.browse.suspicions.nouns import Subject, Suspicion
from morgue.browse.suspicions.paste import as_yaml

__all__ = ["Subject", "Suspicion", "as_yaml", "suspicions"]
