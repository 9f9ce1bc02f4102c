// Reads {script, contexts}, the path of a module of templates and what to render, and prints its block `content` of each.
import { readFileSync } from "node:fs";

const { script, contexts } = JSON.parse(readFileSync(0, "utf8"));
const { blocks } = await import(script);
console.log(JSON.stringify(contexts.map((context) => blocks.content(context))));
