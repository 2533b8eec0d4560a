// A page of the report as a picture: SVG text in, a node out that holds nothing but shapes and letters.
// What is not on the two lists is left out; nothing is ever taken as markup.

const SVG = "http://www.w3.org/2000/svg";
const XML_SPACE = "http://www.w3.org/XML/1998/namespace";

const ELEMENTS = new Set(["svg", "g", "path", "text", "tspan", "rect", "line", "circle", "ellipse", "polygon", "polyline", "title", "desc"]);

const ATTRIBUTES = new Set(
  `viewBox width height x y x1 y1 x2 y2 dx dy cx cy r rx ry d points transform preserveAspectRatio
   fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin stroke-dasharray stroke-dashoffset stroke-miterlimit
   opacity font-size font-weight font-style font-family font-variant letter-spacing word-spacing text-anchor dominant-baseline textLength lengthAdjust`.split(/\s+/),
);

/** The picture, or nothing when the text is not one. */
export function picture(text: string): SVGSVGElement | null {
  const read = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
  if (read.localName !== "svg" || read.namespaceURI !== SVG) return null;
  return copy(read) as SVGSVGElement;
}

function copy(from: Element): Element {
  const made = document.createElementNS(SVG, from.localName);
  for (const { name, value } of from.attributes) {
    if (ATTRIBUTES.has(name) && !/url\s*\(/i.test(value)) made.setAttribute(name, value);
    if (name === "xml:space") made.setAttributeNS(XML_SPACE, name, value);
  }
  for (const child of from.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) made.append(child.nodeValue ?? "");
    else if (child instanceof Element && child.namespaceURI === SVG && ELEMENTS.has(child.localName)) made.append(copy(child));
  }
  return made;
}
