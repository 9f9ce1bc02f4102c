"""One person, body or place under two names: each rule offers pairs, which become one."""
