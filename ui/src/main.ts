// Opens the window: styles, the language, the frame.
import { mount } from "svelte";
import App from "./App.svelte";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/controls.css";
import "./styles/marks.css";

const place = document.getElementById("window");
if (place) mount(App, { target: place });
