// What of the drawings in [data-word] is clipped, overlaps or lies across; each drawing stands there as inline SVG too,
// because an image keeps its inside from scripts.
() => {
  const found = [];
  const slack = 0.5;
  const inside = (a, b) => a.left >= b.left - slack && a.right <= b.right + slack
    && a.top >= b.top - slack && a.bottom <= b.bottom + slack;
  // Lines of text may touch: a letter's box is higher than the letter.
  const meet = (a, b) => a.left < b.right - slack && b.left < a.right - slack
    && a.top < b.bottom - 2.5 && b.top < a.bottom - 2.5;
  const strictlyInside = (point, box, depth) => point.x > box.left + depth && point.x < box.right - depth
    && point.y > box.top + depth && point.y < box.bottom - depth;

  const checkTexts = (svg, tell, hasCards) => {
    const frame = svg.getBoundingClientRect();
    const texts = [...svg.querySelectorAll('text')].map(text => ({
      text: text.textContent,
      box: text.getBoundingClientRect(),
      card: text.parentNode.querySelector(':scope > rect'),
    }));
    for (const one of texts) {
      if (!inside(one.box, frame)) tell('clipped: ' + one.text);
      if (one.card && hasCards && !inside(one.box, one.card.getBoundingClientRect()))
        tell('out of its box: ' + one.text);
    }
    for (let i = 0; i < texts.length; i++)
      for (let j = i + 1; j < texts.length; j++)
        if (meet(texts[i].box, texts[j].box)) tell('overlap: ' + texts[i].text + ' and ' + texts[j].text);
  };

  const checkEdges = (svg, tell) => {
    const cards = [...svg.querySelectorAll('g > rect.o, g > rect.p, g > rect.c, g > rect.r')]
      .filter(rect => rect === rect.parentNode.querySelector(':scope > rect'))
      .map(rect => ({ text: rect.parentNode.textContent, box: rect.getBoundingClientRect() }));
    const labels = [...svg.querySelectorAll('text')].filter(text => !text.parentNode.querySelector(':scope > rect'))
      .map(text => ({ text: text.textContent, box: text.getBoundingClientRect() }));
    for (const label of labels)
      for (const card of cards)
        if (meet(label.box, card.box)) tell('label ' + label.text + ' over ' + card.text);
    // Edges lie below the cards, the bars of the cards above them; a path holds all lines of one look.
    const first = svg.querySelector('g > :is(rect.o, rect.p, rect.c, rect.r)');
    const edges = [...svg.querySelectorAll('path[stroke-width]')]
      .filter(path => first && path.compareDocumentPosition(first) & Node.DOCUMENT_POSITION_FOLLOWING)
      .flatMap(path => path.getAttribute('d').split(/(?=M)/).map(data => {
        const line = path.cloneNode();
        line.setAttribute('d', data);
        return path.parentNode.appendChild(line);
      }));
    for (const path of edges) {
      const [length, place] = [path.getTotalLength(), path.getScreenCTM()];
      path.remove();
      const crossed = new Set();
      // A line ends under its head.
      for (let way = 6; way <= length - 6; way += 3) {
        const point = path.getPointAtLength(way).matrixTransform(place);
        for (const card of cards)
          if (strictlyInside(point, card.box, 2)) crossed.add('edge through ' + card.text);
        for (const label of labels)
          if (strictlyInside(point, label.box, 3)) crossed.add('edge through the label ' + label.text);
      }
      crossed.forEach(tell);
    }
  };

  for (const part of document.querySelectorAll('[data-word]')) {
    const tell = what => found.push(part.dataset.word + ': ' + what);
    for (const svg of part.querySelectorAll('.drawn > svg')) {
      checkTexts(svg, tell, part.dataset.graph);
      if (part.dataset.graph) checkEdges(svg, tell);
    }
    for (const image of part.querySelectorAll('img'))
      if (!image.naturalWidth) tell('image not drawn');
    for (const element of part.querySelectorAll('.nbgrad-view, .nbgrad-view *')) {
      const style = getComputedStyle(element);
      const scrolls = style.overflowX == 'auto' || style.overflowX == 'scroll';
      const isHidden = element.closest('[style*=clip-path]') || !element.checkVisibility();
      if (!scrolls && !isHidden && style.display != 'inline' && !element.closest('svg')
        && element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0)
        tell('too wide: ' + element.tagName + ' ' + element.textContent.slice(0, 60));
    }
  }
  if (document.documentElement.scrollWidth > innerWidth) found.push('the page scrolls sideways');
  return found;
}
