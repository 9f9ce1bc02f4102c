/** Makes an element's content look like another's by changing as little as possible: what is unchanged keeps its focus. */
export function morph(/** @type {Element} */ old, /** @type {Element | DocumentFragment} */ better) {
  const [before, after] = [[...old.childNodes], [...better.childNodes]];
  after.forEach((node, n) => {
    const was = before[n];
    if (!was) old.append(node);
    else if (!was.isEqualNode(node)) replace(was, node);
  });
  for (const left of before.slice(after.length)) left.remove();
}

function replace(was, node) {
  const isSame = was.nodeType === Node.ELEMENT_NODE && was.nodeName === node.nodeName;
  if (!isSame) {
    was.replaceWith(node);
    return;
  }
  for (const { name } of [...was.attributes]) {
    // What a reader opened stays open.
    if (!node.hasAttribute(name) && name !== "open") was.removeAttribute(name);
  }
  for (const { name, value } of node.attributes) was.setAttribute(name, value);
  morph(was, node);
}
