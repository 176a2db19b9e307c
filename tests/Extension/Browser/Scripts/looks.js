// How each element under a selector looks: where it stands in the first of them, how large it is, and in which colours.
selector => {
  const round = number => Math.round(number * 2) / 2;
  return [...document.querySelectorAll(selector)].flatMap(root => {
    const frame = root.getBoundingClientRect();
    return [root, ...root.querySelectorAll('*')]
      .filter(one => one.localName != 'style' && one.checkVisibility() && !one.closest('[style*=clip-path]'))
      .map(one => {
        const [box, style] = [one.getBoundingClientRect(), getComputedStyle(one)];
        const place = [box.left - frame.left, box.top - frame.top, box.width, box.height].map(round).join(' ');
        const hasText = [...one.childNodes].some(child => child.nodeType == Node.TEXT_NODE && child.data.trim());
        return [one.localName, one.textContent.trim().slice(0, 20), place, style.color, style.backgroundColor,
          style.fontFamily.slice(0, 12), style.fontSize, style.fontWeight,
          hasText && style.display != 'inline' ? style.textAlign : '', style.borderTopWidth,
          style.textTransform, style.letterSpacing].join(' | ');
      });
  });
}
