/// Our Salesforce client against the simulated org.
@NullMarked
package dev.callbook.crm.salesforce;

import org.jspecify.annotations.NullMarked;
