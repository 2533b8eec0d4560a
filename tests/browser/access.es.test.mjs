// Rows 46 to 48: every screen in Spanish, light and dark, by axe; no word of English; then narrow.
import { accessible } from "./bench/accessible.mjs";

accessible("es");
