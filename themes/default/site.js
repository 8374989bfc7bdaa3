/* 记住字号。没有脚本时，「大字」「特大字」两个链接靠 :target 放大本页，照样能用。 */
(function (doc, root) {
  var names = { std: 1, big: 1, huge: 1 };
  function store(name) {
    try {
      if (name) { localStorage.setItem('size', name); }
      return localStorage.getItem('size');
    } catch (error) { return name; }
  }
  function show(name) { root.className = 'js' + (name === 'big' || name === 'huge' ? ' ' + name : ''); }
  var asked = location.hash.slice(1);
  show(store(names[asked] ? asked : ''));
  if (names[asked] && asked !== 'std') { location.replace('#std'); }
  doc.addEventListener('click', function (event) {
    var name = event.target.getAttribute && event.target.getAttribute('data-size');
    if (!name) { return; }
    event.preventDefault();
    store(name);
    show(name);
  });
})(document, document.documentElement);
