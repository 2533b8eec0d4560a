// Rows 47 and 48: every screen in English, light and dark, by axe; then narrow.
import { accessible } from "./bench/accessible.mjs";

accessible("en");
