// What has the focus, in words, and what is told of it beside it.
() => {
  const element = document.activeElement;
  const spot = element.matches('summary') ? element.querySelector('u') : element;
  const told = spot ? getComputedStyle(spot, '::after').content : 'none';
  return [element.localName, spot?.ariaLabel ?? element.textContent.trim(), told, String(element.type)];
}
