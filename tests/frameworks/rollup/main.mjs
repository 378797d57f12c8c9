import { load } from "cotton-origin";
import "cotton-origin/element";

load().then((co) => (document.title = String(co.assess({}).cottonShare.central)));
