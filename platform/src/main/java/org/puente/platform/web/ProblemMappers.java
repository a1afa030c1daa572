package org.puente.platform.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.annotation.Priority;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.puente.platform.problems.ProblemException;

/** Which exception becomes which problem; how it is written {@link Problems} knows. */
final class ProblemMappers {
    /**
     * The library registers its own mappers of the same exceptions with 999, whatever their
     * annotations.
     */
    static final int BEFORE_THE_LIBRARY = 900;

    private ProblemMappers() {}

    @Provider
    @Priority(BEFORE_THE_LIBRARY)
    static class OfRefusal implements ExceptionMapper<ProblemException> {
        @Override
        public Response toResponse(ProblemException refusal) {
            return Problems.response(refusal);
        }
    }

    @Provider
    @Priority(BEFORE_THE_LIBRARY)
    static class OfViolation implements ExceptionMapper<ConstraintViolationException> {
        @Override
        public Response toResponse(ConstraintViolationException e) {
            return Problems.response(BodyErrors.of(e));
        }
    }

    @Provider
    @Priority(BEFORE_THE_LIBRARY)
    static class OfJson implements ExceptionMapper<JsonProcessingException> {
        @Override
        public Response toResponse(JsonProcessingException e) {
            return Problems.response(BodyErrors.of(e));
        }
    }

    @Provider
    @Priority(BEFORE_THE_LIBRARY)
    static class OfMapping implements ExceptionMapper<JsonMappingException> {
        @Override
        public Response toResponse(JsonMappingException e) {
            return Problems.response(BodyErrors.of(e));
        }
    }

    @Provider
    @Priority(BEFORE_THE_LIBRARY)
    static class OfUnknownField implements ExceptionMapper<UnrecognizedPropertyException> {
        @Override
        public Response toResponse(UnrecognizedPropertyException e) {
            return Problems.response(BodyErrors.of(e));
        }
    }

    @Provider
    @Priority(BEFORE_THE_LIBRARY)
    static class OfFormat implements ExceptionMapper<InvalidFormatException> {
        @Override
        public Response toResponse(InvalidFormatException e) {
            return Problems.response(BodyErrors.of(e));
        }
    }

    @Provider
    @Priority(BEFORE_THE_LIBRARY)
    static class OfInput implements ExceptionMapper<MismatchedInputException> {
        @Override
        public Response toResponse(MismatchedInputException e) {
            return Problems.response(BodyErrors.of(e));
        }
    }

    /** Failures that the reader of bodies, a converter of a parameter, or a filter has wrapped. */
    @Provider
    @Priority(BEFORE_THE_LIBRARY)
    static class OfWrapped implements ExceptionMapper<WebApplicationException> {
        @Override
        public Response toResponse(WebApplicationException e) {
            return Problems.unwrapped(e);
        }
    }

    /** The library has its own mapper for this exception. */
    @Provider
    @Priority(BEFORE_THE_LIBRARY)
    static class OfNotFound implements ExceptionMapper<NotFoundException> {
        @Override
        public Response toResponse(NotFoundException e) {
            return Problems.unwrapped(e);
        }
    }

    @Provider
    @Priority(BEFORE_THE_LIBRARY)
    static class OfException implements ExceptionMapper<Exception> {
        @Override
        public Response toResponse(Exception e) {
            return Problems.ofFailure(e);
        }
    }

    /** Errors, and the faults of a pool, which do not extend Exception. */
    @Provider
    @Priority(BEFORE_THE_LIBRARY)
    static class OfThrowable implements ExceptionMapper<Throwable> {
        @Override
        public Response toResponse(Throwable e) {
            return Problems.ofFailure(e);
        }
    }
}
