// offsets.js: a claims file counts code points, a browser counts UTF-16 units.
'use strict';

// utf16Offsets returns the function that turns an offset in code points of the
// text into one in UTF-16 units. "👍🏽" is two code points, each of two units; a
// letter with a combining mark is two of one.
function utf16Offsets(text) {
  const wide = []; // in code points, where the characters of two units stand
  let units = 0;
  for (let points = 0; units < text.length; points++) {
    const two = text.codePointAt(units) > 0xffff;
    if (two) wide.push(points);
    units += two ? 2 : 1;
  }
  return (point) => {
    let low = 0;
    let high = wide.length;
    while (low < high) { // how many of them stand before the point
      const middle = (low + high) >> 1;
      if (wide[middle] < point) low = middle + 1;
      else high = middle;
    }
    return Math.min(point + low, units);
  };
}

// rangesIn returns the function that makes a DOM range of two offsets in code
// points of an element's text.
function rangesIn(element) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const nodes = [];
  const starts = [];
  let length = 0;
  while (walker.nextNode()) {
    nodes.push(walker.currentNode);
    starts.push(length);
    length += walker.currentNode.length;
  }
  const toUnits = utf16Offsets(element.textContent);
  // The node that holds the unit at an offset; an end may be a node's last.
  const nodeAt = (unit, end) => {
    let low = 0;
    let high = nodes.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle] < unit || (!end && starts[middle] === unit)) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  return (start, end) => {
    const range = document.createRange();
    if (nodes.length === 0) return range;
    const from = toUnits(start);
    const to = toUnits(end);
    const first = nodeAt(from, false);
    const last = nodeAt(to, true);
    range.setStart(nodes[first], from - starts[first]);
    range.setEnd(nodes[last], to - starts[last]);
    return range;
  };
}
