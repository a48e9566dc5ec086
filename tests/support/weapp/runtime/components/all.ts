import { button, form, navigator } from './buttons.js';
import { defineBuiltins } from './builtin.js';
import { checkbox, checkboxGroup, label, radio, radioGroup, slider, switchElement } from './choices.js';
import { input, textarea } from './fields.js';
import { canvas, image, map, progress, richText } from './media.js';
import { picker } from './picker.js';
import { pickerView, pickerViewColumn, scrollView, swiper } from './scroll.js';

/** Makes WeChat's elements known to the mini-program; once, before any page. */
export function defineElements(): void {
  defineBuiltins({
    button,
    canvas,
    checkbox,
    'checkbox-group': checkboxGroup,
    'cover-image': image,
    form,
    image,
    input,
    label,
    map,
    navigator,
    picker,
    'picker-view': pickerView,
    'picker-view-column': pickerViewColumn,
    progress,
    radio,
    'radio-group': radioGroup,
    'rich-text': richText,
    'scroll-view': scrollView,
    slider,
    swiper,
    switch: switchElement,
    textarea,
  });
}
