/** Cases in follow-up: the return, the consent to follow-up, the plan and the visits. */
package org.puente.followup.cases;
