// Which ways over the picture are lit, and which row of the steps is chosen.
() => {
  const paths = [...document.querySelectorAll('.nbgrad-view svg path')];
  const lit = paths.flatMap((path, i) => getComputedStyle(path).visibility == 'visible' ? [i] : []);
  const chosen = document.querySelector('.nbgrad-view input:checked');
  const row = chosen.closest('label');
  return [lit.join(' '), row.textContent.trim(), getComputedStyle(row).backgroundColor];
}
