"""Forms that are no names, and rare names that too little speaks for."""
